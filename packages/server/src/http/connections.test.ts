import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { Connections } from './connections.js';

async function listening(): Promise<Server> {
  const server = createServer((_request, response) => void setImmediate(() => response.end('ok')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function opened(server: Server): Promise<Socket> {
  const arrived = once(server, 'connection');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await Promise.all([arrived, once(socket, 'connect')]);
  return socket;
}

it('closes at once a line that was opened beforehand and never asked anything', async () => {
  const server = await listening();
  const connections = new Connections(server);
  const socket = await opened(server);
  const closed = once(server, 'close');
  server.close();
  connections.close();
  // Node alone would keep it until its deadline for headers, this server for five seconds.
  await Promise.all([closed, once(socket, 'close')]);
}, 3_000);

it('closes one, too, that comes in just before the server stops to listen', async () => {
  const server = await listening();
  new Connections(server).close();
  const socket = await opened(server);
  const closed = once(server, 'close');
  server.close();
  await Promise.all([closed, once(socket, 'close')]);
}, 3_000);

it('lets a request end that runs when the server closes', async () => {
  const server = await listening();
  const connections = new Connections(server);
  const socket = await opened(server);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  server.once('request', () => {
    server.close();
    connections.close();
  });
  socket.write('GET / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n');
  await once(socket, 'close');
  expect(text).toMatch(/^HTTP\/1.1 200 [^]*ok/);
});
