// A stand-in for a product, to try docs/indication.md with: passes everything on to our simulator, and is nobody's product.
// node docs/stand-in-product.mjs <port to listen on> <address of the simulator>
import { createServer, request } from 'node:http';

const [port, address] = process.argv.slice(2);

createServer((incoming, outgoing) => {
  const { method, url, headers } = incoming;
  const onward = request(new URL(url, address), { method, headers: { ...headers, host: new URL(address).host } }, (answer) => {
    const told = Object.entries(answer.headers).filter(([name]) => name !== 'x-ketentest-reference');
    outgoing.writeHead(answer.statusCode, Object.fromEntries(told));
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}).listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/ -> ${address}`));
