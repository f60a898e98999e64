import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Asked } from './answer.ts';

/** Serves this machine alone, over HTTP. @throws Error when the port is taken */
export async function serve(
  wanted: number,
  answer: (asked: Asked, port: number) => Answer,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  let port = wanted;
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const { status, headers: own, body } = answer({ method, url, host: headers.host ?? '' }, port);
    response.writeHead(status, { ...own, 'content-length': Buffer.byteLength(body) });
    response.end(method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, resolve);
  });
  port = (server.address() as AddressInfo).port;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
