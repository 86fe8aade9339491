// A school's system: checks each call with the library of the specification, answers 204 or 401, and tells what it saw.
//   node receiver.mjs HOST; prints its port; POST /secret takes the secret it checks with; GET /seen tells the calls
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

let secret = '';
const seen = [];

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('utf8');
    if (request.url === '/secret') {
      secret = body;
      return response.writeHead(204).end();
    }
    if (request.url === '/seen') return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(seen));
    const call = { id: request.headers['webhook-id'], type: null, title: null, refusal: null };
    try {
      const event = new Webhook(secret).verify(body, request.headers);
      call.type = event.type;
      call.title = event.data.task?.title ?? null;
    } catch (fault) {
      call.refusal = fault.message;
    }
    seen.push(call);
    response.writeHead(call.refusal ? 401 : 204).end();
  });
});
server.listen(0, process.argv[2], () => console.log(server.address().port));
