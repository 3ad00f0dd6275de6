import type { Instrument, WaveCode } from './wave.js';

export type FollowUpState = 'planned' | 'open' | 'answered' | 'expired' | 'cancelled' | 'skipped';

/** waiting: nobody could tell the person yet; asked: a message was sent or a launch offered it; unreachable: left the course site. */
export type Reach = 'waiting' | 'asked' | 'unreachable';

/** Why a follow-up ended without an answer; `habit`: only habits are left, and those are asked again at SUS (decisions.md 10). */
export type FollowUpReason = 'occasion' | 'habit' | 'declined' | 'stopped' | 'two-silences' | 'never-asked' | 'no-answer';

/** One wave of one intention (decisions.md 1, 8, 15). */
export interface FollowUp {
  id: number;
  intentionId: number;
  wave: WaveCode;
  instrument: Instrument;
  dueAt: Date;
  windowDays: number;
  lapsesAt: Date;
  openedAt: Date | null;
  closesAt: Date | null;
  state: FollowUpState;
  reach: Reach;
  reason: FollowUpReason | null;
  answeredAt: Date | null;
}
