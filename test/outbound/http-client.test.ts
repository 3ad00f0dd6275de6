import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createHttpClient } from '../../src/outbound/http-client.js';
import { createLmsHttp } from '../../src/outbound/lms-http.js';
import { isPrivateAddress } from '../../src/outbound/private-hosts.js';

const resolveTo = (...addresses: string[]) =>
  ((_name: string, _options: unknown, callback: (error: null, found: { address: string; family: number }[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as never;

describe('the http client', () => {
  let server: http.Server;
  let port: number;
  let calls: string[];
  before((done) => {
    server = http.createServer((req, res) => {
      calls.push(`${req.method} ${req.url} ${req.headers['user-agent']}`);
      if (req.url === '/redirect') return res.writeHead(302, { Location: '/secret' }).end();
      if (req.url === '/huge') return res.end('x'.repeat(2 * 1024 * 1024));
      if (req.url === '/bomb') return res.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('x'.repeat(5 * 1024 * 1024)));
      if (req.url === '/silent') return undefined;
      return res.writeHead(404, { 'Retry-After': '7' }).end('{"a":1}');
    });
    server.listen(0, '127.0.0.1', () => {
      port = (server.address() as AddressInfo).port;
      done();
    });
  });
  after((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  beforeEach(() => {
    calls = [];
  });

  const client = (options: Partial<Parameters<typeof createHttpClient>[0]> = {}) =>
    createHttpClient({ allowInsecure: true, allowedPrivateHosts: [], publicUrl: 'https://tool.example', timeoutMs: 300, ...options });
  const failure = async (url: string, options: Partial<Parameters<typeof createHttpClient>[0]> = {}): Promise<string> => {
    try {
      await createLmsHttp(client(options)).send({ method: 'GET', url });
      return 'none';
    } catch (error) {
      return (error as { reason: string }).reason;
    }
  };

  it('gives every status as an answer and says who is asking', async () => {
    const answer = await createLmsHttp(client()).send({ method: 'GET', url: `http://127.0.0.1:${port}/x` });
    expect(answer).to.deep.equal({ status: 404, text: '{"a":1}', link: null, retryAfter: '7' });
    expect(calls).to.deep.equal(['GET /x impact-map/1.0 (+https://tool.example)']);
  });

  it('follows no redirect', async () => {
    const answer = await createLmsHttp(client()).send({ method: 'GET', url: `http://127.0.0.1:${port}/redirect` });
    expect(answer.status).to.equal(302);
    expect(calls).to.have.length(1);
  });

  it('stops at one megabyte, also when it is packed', async () => {
    expect(await failure(`http://127.0.0.1:${port}/huge`)).to.equal('answer-too-large');
    expect(await failure(`http://127.0.0.1:${port}/bomb`)).to.equal('answer-too-large');
  });

  it('gives up on a silent host', async () => {
    expect(await failure(`http://127.0.0.1:${port}/silent`)).to.equal('timeout');
  });

  it('refuses plain http and other schemes unless insecure platforms are allowed', async () => {
    expect(await failure(`http://127.0.0.1:${port}/x`, { allowInsecure: false })).to.equal('insecure-address');
    expect(await failure('file:///etc/passwd')).to.equal('insecure-address');
    expect(calls).to.deep.equal([]);
  });

  it('refuses private addresses however they are written, and names that lead to one', async () => {
    for (const url of [
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://169.254.169.254/latest',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://10.0.0.8/',
    ])
      expect(await failure(url, { allowInsecure: false }), url).to.equal('private-host');
    expect(await failure('https://rebound.example/', { allowInsecure: false, resolve: resolveTo('93.184.216.34', '10.1.2.3') })).to.equal(
      'private-host',
    );
  });

  it('lets a named intranet host through, by https only', async () => {
    const intranet = { allowInsecure: false, allowedPrivateHosts: ['127.0.0.1'] };
    expect(await failure(`https://127.0.0.1:${port}/x`, intranet)).to.equal('network');
    expect(await failure(`http://127.0.0.1:${port}/x`, intranet)).to.equal('insecure-address');
  });

  it('knows public from private addresses', () => {
    for (const address of ['93.184.216.34', '2606:4700::1111', '8.8.8.8']) expect(isPrivateAddress(address), address).to.equal(false);
    for (const address of [
      '100.64.0.1',
      '172.31.0.1',
      'fd00::1',
      'fe80::1',
      '::',
      '0.0.0.0',
      '64:ff9b::7f00:1',
      '64:ff9b:1::7f00:1',
      '2001::1',
      'fec0::1',
      'not-an-address',
    ])
      expect(isPrivateAddress(address), address).to.equal(true);
  });
});
