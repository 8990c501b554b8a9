import { once } from 'node:events';
import { createServer } from 'node:net';
import { codeOf, Failure } from './failure.ts';

/**
 * Makes sure that these ports can be listened on, before anything is started.
 *
 * @throws Failure naming the first that cannot, and what to do
 */
export async function requireFreePorts(host: string, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const server = createServer();
    try {
      server.listen({ host, port, exclusive: true });
      await once(server, 'listening');
    } catch (error) {
      throw explainListenError(error, host, port);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  }
}

/** What an error of `listen` means; other errors are returned as they are. */
export function explainListenError(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return new Failure(
      `Port ${port} on ${host} is taken by another program. Choose another port with --port (or PORT).`,
    );
  }
  if (code === 'EACCES') {
    return new Failure(
      `This user may not listen on port ${port}. Choose one above 1023 with --port (or PORT).`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new Failure(
      `${host} is not an address of this machine. Choose another with --host (or PORTICO_HOST): 127.0.0.1 for this ` +
        'machine only, 0.0.0.0 for all its networks.',
    );
  }
  return error;
}
