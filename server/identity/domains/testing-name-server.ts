import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A name server for tests that knows TXT records. */
export interface TestNameServer {
  /** address:port, for config.dnsServers */
  readonly address: string;
  /** by name; each record in the pieces in which it travels. A name that is not there does not exist. */
  readonly records: Map<string, string[][]>;
  close(): Promise<void>;
}

const headerBytes = 12;
const txt = 16;
const internet = 1;

/** Starts one (RFC 1035, over UDP). Close it when done. */
export async function startTestNameServer(): Promise<TestNameServer> {
  const records = new Map<string, string[][]>();
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    socket.send(answerTo(query, records), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    records,
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}

function answerTo(query: Buffer, records: ReadonlyMap<string, string[][]>): Buffer {
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const question = query.subarray(headerBytes, at + 5);
  const found = records.get(labels.join('.').toLowerCase());
  const header = Buffer.alloc(headerBytes);
  query.copy(header, 0, 0, 2);
  // an authoritative answer; without records: no such name
  header.writeUInt16BE(found ? 0x8580 : 0x8583, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found?.length ?? 0, 6);
  return Buffer.concat([header, question, ...(found ?? []).map(recordOf)]);
}

function recordOf(pieces: readonly string[]): Buffer {
  const data = Buffer.concat(pieces.map((piece) => Buffer.from([piece.length, ...Buffer.from(piece)])));
  const head = Buffer.alloc(headerBytes);
  // a pointer to the name in the question
  head.writeUInt16BE(0xc000 + headerBytes, 0);
  head.writeUInt16BE(txt, 2);
  head.writeUInt16BE(internet, 4);
  head.writeUInt32BE(0, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
