// Something to compare with: answers at once, in a thread of its own, and shares nothing with the site but the machine.
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

const server = createServer((_request, response) => response.end());
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as { port: number }).port));
