import type { FastifyReply } from 'fastify';
import type { Stream, Streams } from '../live/streams.js';
import type { Caller } from './caller.js';

/** Turns an answer into a stream of server-sent events; a comment says at once that the line is open. */
export function openStream(
  reply: FastifyReply,
  streams: Streams,
  caller: Caller,
  key?: string,
): Stream {
  reply.hijack();
  const headers = Object.entries(reply.getHeaders()).filter(
    (entry): entry is [string, string | number | string[]] => entry[1] !== undefined,
  );
  reply.raw.writeHead(200, {
    ...Object.fromEntries(headers),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies that gather answers would hold events back.
    'x-accel-buffering': 'no',
  });
  const stream = streams.open(reply.raw, caller, key);
  reply.raw.write(': ready\nretry: 1000\n\n');
  return stream;
}
