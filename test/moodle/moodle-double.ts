import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What was asked of the double. */
export interface Asked {
  path: string;
  method: string;
  form: URLSearchParams;
}
/** How the double answers a call. */
export type Answer = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void;

/** A web server that answers as it is told and keeps what it was asked. */
export async function startMoodleDouble(): Promise<{ url: string; asked: Asked[]; answer: Answer; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = { path: request.url ?? '', method: request.method ?? '', form: new URLSearchParams(Buffer.concat(chunks).toString()) };
      double.asked.push(asked);
      double.answer(asked, response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const double = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/moodle`,
    asked: [] as Asked[],
    answer: json({}) as Answer,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return double;
}

/** Answers with JSON and HTTP 200, as Moodle does for good and for bad. */
export function json(data: unknown): Answer {
  return (_asked, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(data));
}

/** Answers with a status, a body and headers. */
export function status(code: number, body = '', headers: Record<string, string> = {}): Answer {
  return (_asked, response) => response.writeHead(code, { 'content-type': 'text/html', ...headers }).end(body);
}

/** What a real Moodle answered. */
export function recorded(version: '4.5' | '5.1', name: string): unknown {
  const file = new URL(`../fixtures/moodle/${version}/ws-${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { data: unknown }).data;
}
