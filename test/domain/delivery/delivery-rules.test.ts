import { expect } from 'chai';
import fc from 'fast-check';
import { DELIVERY_STATES, DELIVERY_TRANSITIONS, RECALLABLE, statesBefore } from '../../../src/domain/delivery/delivery-state.js';
import { LEASE_MS, MAX_ATTEMPTS, retryDelayMs, SETTLE_MS } from '../../../src/domain/delivery/retry-schedule.js';
import { HOUR_MS, MINUTE_MS } from '../../../src/shared/dates.js';

describe('the states of a delivery', () => {
  it('never leave sent, failed or cancelled', () => {
    expect(DELIVERY_STATES.filter((state) => DELIVERY_TRANSITIONS[state].length === 0)).to.deep.equal(['sent', 'failed', 'cancelled']);
  });
  it('call the LMS only from claimed', () => {
    expect(statesBefore('sending')).to.deep.equal(['claimed']);
  });
  it('become sent only after a call', () => {
    expect(statesBefore('sent')).to.deep.equal(['sending', 'uncertain']);
  });
  it('can be called back at any moment but while the call runs', () => {
    expect(RECALLABLE).to.deep.equal(['pending', 'claimed', 'uncertain']);
  });
});

describe('the retry schedule', () => {
  it('waits 1, 4, 16 and 64 minutes, and then grows to at most six hours', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => retryDelayMs(attempts, 0.5) / MINUTE_MS)).to.deep.equal([
      1, 4, 16, 64, 256, 360, 360, 360,
    ]);
  });
  it('differs by at most a fifth either way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_ATTEMPTS }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, fraction) => {
        const middle = retryDelayMs(attempts, 0.5);
        expect(retryDelayMs(attempts, fraction)).to.be.within(Math.floor(middle * 0.8), Math.ceil(middle * 1.2));
      }),
    );
  });
  it('is never shorter than what the LMS asks for, nor longer than a day on its word', () => {
    expect(retryDelayMs(1, 0.5, 10 * MINUTE_MS)).to.equal(10 * MINUTE_MS);
    expect(retryDelayMs(1, 0.5, 999 * HOUR_MS)).to.equal(24 * HOUR_MS);
  });
  it('looks for an uncertain message only after the lease of its sender is over', () => {
    expect(SETTLE_MS).to.be.greaterThan(LEASE_MS);
  });
});
