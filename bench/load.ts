/**
 * Load on a server over kept-alive connections: each sends its next message as soon as it has the answer to the last.
 * Sockets and prepared bytes only, so that the load itself costs little; what it costs is told too.
 */
import { connect, type Socket } from 'node:net';
import { number, type Traffic, trafficTo } from './traffic.js';

export interface Loaded {
  readonly messages: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Part of one core that the load itself took. */
  readonly ownShare: number;
  /** Answers that were no success. */
  readonly refused: number;
}

export interface LoadOptions {
  readonly port: number;
  readonly messages: number;
  readonly connections: number;
  /** First number of a message, so that no two loads on one server use the same. */
  readonly from: number;
}

/** Of so many messages, two are questions and the others are new zaken. */
const TURN = 6;

/** Sends all messages and waits for all answers. */
export async function load(options: LoadOptions): Promise<Loaded> {
  const traffic = trafficTo(`127.0.0.1:${options.port}`);
  const shared = { next: 0, refused: 0, millis: new Float64Array(options.messages) };
  const began = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: options.connections }, () => converse(options, traffic, shared)));
  const spent = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  const sorted = shared.millis.sort();
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return {
    messages: options.messages,
    perSecond: Math.round((options.messages * 1000) / spent),
    p50: at(0.5),
    p99: at(0.99),
    ownShare: (user + system) / 1000 / spent,
    refused: shared.refused,
  };
}

interface Shared {
  next: number;
  refused: number;
  readonly millis: Float64Array;
}

function converse({ port, messages, from }: LoadOptions, traffic: Traffic, shared: Shared): Promise<void> {
  const create = traffic.create();
  const questions = traffic.questions.map((each) => each());
  const created: number[] = [];
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let mine = 0;
    let sentAt = 0;
    const say = (): void => {
      mine = shared.next++;
      if (mine >= messages) return void socket.end(resolve);
      const question = mine % TURN < 2 && created.length > 0 ? questions[mine % 2] : undefined;
      const { bytes, reference, subject } = question ?? create;
      number(bytes, reference, from + mine);
      number(bytes, subject, question ? (created[(mine * 31) % created.length] ?? 0) : from + mine);
      if (!question) created.push(from + mine);
      sentAt = performance.now();
      socket.write(bytes);
    };
    onReplies(socket, (isSuccess) => {
      shared.millis[mine] = performance.now() - sentAt;
      if (!isSuccess) shared.refused += 1;
      say();
    });
    socket.once('error', reject);
    socket.once('connect', say);
  });
}

/** Calls back for every whole reply. Servers under test give the length of what they send. */
function onReplies(socket: Socket, replied: (isSuccess: boolean) => void): void {
  let held = Buffer.alloc(0);
  let end = -1;
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (end < 0) end = endOf(held);
    if (end < 0 || held.length < end) return;
    const isSuccess = held.toString('latin1', 9, 12) === '200';
    held = held.subarray(end);
    end = -1;
    replied(isSuccess);
  });
}

/** Where the reply ends; -1 when its head is not there yet. */
function endOf(reply: Buffer): number {
  const head = reply.indexOf('\r\n\r\n');
  if (head < 0) return -1;
  const length = /\r\ncontent-length: *(\d+)/i.exec(reply.toString('latin1', 0, head))?.[1];
  if (length === undefined) throw new Error('a reply without Content-Length');
  return head + 4 + Number(length);
}
