import { expect } from 'chai';
import { checkCodes, checkText } from '../../../src/domain/survey/check-item.js';
import { FACTORS } from '../../../src/domain/survey/codes.js';
import { CHK, FUP, INSTRUMENTS, INT, isAsked, itemOf, SCALES, SUS } from '../../../src/domain/survey/instruments.js';
import { hasText, translator } from '../../../src/i18n/translator.js';
import { LANGUAGES } from '../../../src/shared/language.js';

describe('the instruments', () => {
  it('ask each item once', () => {
    for (const { code, items } of Object.values(INSTRUMENTS)) {
      const codes = items.map((item) => item.code);
      expect(new Set(codes).size, code).to.equal(codes.length);
    }
  });

  it('depend only on items that come before', () => {
    for (const { code, items } of Object.values(INSTRUMENTS)) {
      items.forEach((item, index) => {
        if (!item.showIf) return;
        const earlier = items.slice(0, index).map((candidate) => candidate.code);
        expect(earlier, `${code} ${item.code}`).to.include(item.showIf.item);
      });
    }
  });

  it('use only codes of their scale in conditions', () => {
    for (const instrument of Object.values(INSTRUMENTS)) {
      for (const { showIf } of instrument.items) {
        const scale = showIf && itemOf(instrument, showIf.item).scale;
        if (showIf && scale) expect(SCALES[scale]).to.include.members([...showIf.in]);
      }
    }
  });

  it('have words for every code in both languages', () => {
    for (const [scale, codes] of Object.entries(SCALES)) {
      const name = scale === 'NEXT_STEP_SHORT' ? 'NEXT_STEP' : scale;
      for (const code of codes) for (const language of LANGUAGES) expect(translator(language)(`survey.${name}.${code}`)).to.match(/\S/);
    }
    for (const code of SCALES.BARRIER)
      for (const language of LANGUAGES) expect(translator(language)(`survey.BARRIER_AHEAD.${code}`)).to.match(/\S/);
    expect(hasText('survey.ENABLER.F90_JOB_CHANGED')).to.equal(false);
  });

  it('mirror the twelve factors, and have two barriers more', () => {
    expect(SCALES.ENABLER).to.deep.equal([...FACTORS, 'F98_OTHER']);
    expect(SCALES.BARRIER).to.deep.equal([...FACTORS, 'F90_JOB_CHANGED', 'F98_OTHER']);
  });

  it('require what domain.md marks with a star', () => {
    const starred = (items: readonly { code: string; isRequired: boolean }[]) =>
      items.filter(({ isRequired }) => isRequired).map(({ code }) => code);
    expect(starred(INT.items)).to.deep.equal(['INT01', 'INT03', 'INT04', 'INT05', 'INT10']);
    expect(starred(CHK.items)).to.deep.equal(['CHK02']);
    expect(starred(FUP.items)).to.deep.equal(['FUP02']);
    expect(starred(SUS.items)).to.deep.equal(['FUP02']);
  });

  it('ask how often only of who applied, and one factor each way after six months', () => {
    const asked = (status: string) => isAsked(itemOf(FUP, 'FUP03'), () => [status]);
    expect(['ST_REGULAR', 'ST_SOMETIMES', 'ST_STOPPED'].map(asked)).to.deep.equal([true, true, true]);
    expect(['ST_NOT_YET', 'ST_DROPPED', 'ST_NA'].map(asked)).to.deep.equal([false, false, false]);
    expect(itemOf(FUP, 'FUP07').maxChoices).to.equal(3);
    expect(itemOf(SUS, 'FUP07').maxChoices).to.equal(1);
  });
});

describe('checking an answer', () => {
  const coping = itemOf(INT, 'INT08T');
  const obstacles = itemOf(INT, 'INT08');

  it('counts characters as people do', () => {
    expect(checkText(coping, '👍'.repeat(200))).to.equal(null);
    expect(checkText(coping, '👍'.repeat(201))).to.equal('too-long');
    expect(checkText(coping, 'x'.repeat(200_000))).to.equal('too-long');
  });

  it('finds missing, unknown, repeated and too many codes', () => {
    expect(checkCodes(obstacles, [])).to.equal(null);
    expect(checkCodes(obstacles, [], true)).to.equal('missing');
    expect(checkCodes(obstacles, ['F02_TIME', 'F03_HABIT'])).to.equal(null);
    expect(checkCodes(obstacles, ['F02_TIME', 'F03_HABIT', 'F98_OTHER'])).to.equal('too-many');
    expect(checkCodes(obstacles, ['F02_TIME', 'F02_TIME'])).to.equal('twice');
    expect(checkCodes(obstacles, ['F99'])).to.equal('unknown');
    expect(checkCodes(itemOf(INT, 'INT03'), ['FQ1', 'FQ2'])).to.equal('too-many');
  });
});
