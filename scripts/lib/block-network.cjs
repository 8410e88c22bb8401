// Preloaded into a tool that has no business on the network: it is told so, and the attempt is written down.
'use strict';
const { appendFileSync } = require('node:fs');
const dns = require('node:dns');
const net = require('node:net');

function refuse(what) {
  appendFileSync(process.env.LPSE_NETWORK_LOG, `${what}\n`);
  throw new Error(`This tool may not use the network: ${what}`);
}
net.Socket.prototype.connect = () => refuse('connect');
dns.lookup = (name) => refuse(`look up ${name}`);
