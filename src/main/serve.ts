import { createServer, type RequestListener, type Server } from 'node:http';

/** A listening server, and how to close it without cutting a request off. */
export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** Listens on a port (0 picks a free one) with limits against slow senders (security.md A45). */
export async function serve(app: RequestListener, port: number): Promise<Listening> {
  const server = createServer(app);
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : port, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}
