import type {
  ConnectionCheck,
  FindOutcome,
  MessageChannel,
  OutgoingMessage,
  SendOutcome,
} from '../../src/usecases/ports/message-channel.js';

/** A message channel that keeps what was sent and does as it is told. */
export interface FakeChannel extends MessageChannel {
  /** Everything that arrived, oldest first. */
  arrived: OutgoingMessage[];
  /** Every call of `send`, arrived or not. */
  calls: OutgoingMessage[];
  looks: number;
  /** What the next calls of `send` do, one each; `lost` arrives but answers `uncertain`. After them all is well. */
  next: (SendOutcome | 'lost' | (() => Promise<SendOutcome | 'lost'>))[];
  /** What the next calls of `find` answer instead of looking. */
  nextFind: FindOutcome[];
  nextCheck: Partial<ConnectionCheck>;
}

/** Makes a channel on which all goes well until told otherwise. */
export function fakeChannel(): FakeChannel {
  const channel: FakeChannel = {
    arrived: [],
    calls: [],
    looks: 0,
    next: [],
    nextFind: [],
    nextCheck: {},
    async send(message) {
      channel.calls.push(message);
      const planned = channel.next.shift();
      const outcome = typeof planned === 'function' ? await planned() : planned;
      if (outcome && outcome !== 'lost') return outcome;
      channel.arrived.push(message);
      return outcome === 'lost' ? { kind: 'uncertain', code: 'no-answer' } : { kind: 'sent', externalId: String(channel.arrived.length) };
    },
    async find(message) {
      channel.looks += 1;
      const planned = channel.nextFind.shift();
      if (planned) return planned;
      const index = channel.arrived.findIndex(({ html, toUserId }) => toUserId === message.toUserId && html.includes(message.reference));
      return index < 0 ? { kind: 'absent' } : { kind: 'found', externalId: String(index + 1) };
    },
    async check({ siteUrl }) {
      const good = { isUsable: true, siteUrl, serviceUserId: '13', siteName: 'Test LMS', release: '5.1', missing: [], failure: null };
      return { ...good, ...channel.nextCheck };
    },
  };
  return channel;
}
