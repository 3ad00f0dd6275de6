import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A site of its own over https; all names under `.test` lead to this machine in the browser of these tests. */
export interface Site {
  origin: string;
  close(): Promise<void>;
}

/** Starts an https site under a name; `listener` may be set once the origin is known. */
export async function startSite(host: string, listener: { handle: RequestListener }): Promise<Site> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], { keySize: 2048 });
  const server: Server = createServer({ key, cert }, (req, res) => listener.handle(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `https://${host}:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What Chromium is told so that the names lead here and third-party cookies are blocked. */
export const OTHER_SITES_ARGUMENTS = [
  '--host-resolver-rules=MAP *.test 127.0.0.1',
  '--ignore-certificate-errors',
  '--test-third-party-cookie-phaseout',
];

/** Answers with a page that posts a form at once, as platforms do. */
export function sendPostingPage(res: ServerResponse, action: string, fields: Record<string, string>): void {
  const quoted = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${quoted(value)}">`);
  sendHtml(res, `<form method="post" action="${quoted(action)}">${inputs.join('')}</form><script>document.forms[0].submit()</script>`);
}

/** Answers with HTML. */
export function sendHtml(res: ServerResponse, body: string): void {
  res
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><html lang="en"><title>A course site</title><body>${body}</body></html>`);
}

/** A listener in front of another one that lets no cookie through inside a frame, as the strictest browsers do. */
export function withoutCookiesInFrames(listener: RequestListener): RequestListener {
  return (req: IncomingMessage, res: ServerResponse) => {
    if (req.headers['sec-fetch-dest'] === 'iframe') {
      delete req.headers.cookie;
      const writeHead = res.writeHead.bind(res);
      res.writeHead = ((...args: Parameters<typeof writeHead>) => {
        res.removeHeader('Set-Cookie');
        return writeHead(...args);
      }) as typeof res.writeHead;
    }
    listener(req, res);
  };
}
