// A bare http server, beside which the start of the desk is measured; JavaScript, so that nothing has to be taken off it.
import { createServer } from 'node:http';

const server = createServer((_req, res) => res.end('here'));
server.listen(0, '127.0.0.1', () => console.log(`Open at http://127.0.0.1:${server.address().port}/`));
process.once('SIGTERM', () => process.exit(0));
