import { expect } from 'chai';
import fc from 'fast-check';
import { checkAnswers, codesIn, type GivenAnswer, type SurveyValues } from '../../../src/domain/survey/check-answers.js';
import { CHK, FUP, INSTRUMENTS, SCALES, SUS } from '../../../src/domain/survey/instruments.js';
import { isAskedAt, placesOf, type SurveyScope } from '../../../src/domain/survey/survey-scope.js';

const scopeOf = (instrument: SurveyScope['instrument'], commitmentIds = [1], indicators: string[] = []): SurveyScope => ({
  instrument,
  commitmentIds,
  indicators,
});
const about = (commitmentId: number, item: string, ...codes: string[]): GivenAnswer => ({
  item,
  commitmentId,
  indicator: null,
  codes,
  text: null,
});
const once = (item: string, ...codes: string[]): GivenAnswer => ({ item, commitmentId: null, indicator: null, codes, text: null });
const words = (item: string, text: string): GivenAnswer => ({ item, commitmentId: null, indicator: null, codes: [], text });
const noticed = (indicator: string, item: string, ...codes: string[]): GivenAnswer => ({
  item,
  commitmentId: null,
  indicator,
  codes,
  text: null,
});
const faultsOf = (scope: SurveyScope, answers: GivenAnswer[], plans: SurveyValues['plans'] = []): string[] =>
  checkAnswers(scope, { answers, plans }).map(({ item, field, problem }) =>
    field === item ? `${item} ${problem}` : `${item}/${field} ${problem}`,
  );

describe('checkAnswers', () => {
  const applied = [about(1, 'FUP02', 'ST_SOMETIMES')];
  const cases: [name: string, scope: SurveyScope, answers: GivenAnswer[], faults: string[]][] = [
    ['only the status is needed', scopeOf('CHK'), [about(1, 'CHK02', 'ST_REGULAR')], []],
    ['the status is needed', scopeOf('CHK'), [about(1, 'CHK01', 'OP1')], ['CHK02 missing']],
    ['the status is needed of each behaviour', scopeOf('SUS', [1, 2]), applied, ['FUP02 missing']],
    [
      'a factor only where it does not go regularly',
      scopeOf('CHK'),
      [about(1, 'CHK02', 'ST_REGULAR'), about(1, 'CHK03', 'F02_TIME')],
      ['CHK03 not-asked'],
    ],
    [
      'one factor in the check-in',
      scopeOf('CHK'),
      [about(1, 'CHK02', 'ST_STOPPED'), about(1, 'CHK03', 'F02_TIME', 'F03_HABIT')],
      ['CHK03 too-many'],
    ],
    [
      'three next steps in the check-in',
      scopeOf('CHK'),
      [about(1, 'CHK02', 'ST_REGULAR'), about(1, 'CHK04', 'NX_HABIT')],
      ['CHK04 unknown'],
    ],
    ['all next steps later', scopeOf('FUP'), [...applied, about(1, 'FUP11', 'NX_HABIT')], []],
    ['frequency and result where it was applied', scopeOf('FUP'), [...applied, about(1, 'FUP03', 'FQ2'), about(1, 'FUP04', 'RS_NONE')], []],
    ['no frequency where it was not', scopeOf('FUP'), [about(1, 'FUP02', 'ST_NOT_YET'), about(1, 'FUP03', 'FQ0')], ['FUP03 not-asked']],
    [
      'the frequency of one behaviour does not hang on another',
      scopeOf('FUP', [1, 2]),
      [...applied, about(2, 'FUP02', 'ST_NA'), about(2, 'FUP03', 'FQ1')],
      ['FUP03 not-asked'],
    ],
    [
      "the course's part when any was applied",
      scopeOf('FUP', [1, 2]),
      [...applied, about(2, 'FUP02', 'ST_NA'), once('FUP08', 'CB_PART')],
      [],
    ],
    [
      "not the course's part when none was",
      scopeOf('FUP'),
      [about(1, 'FUP02', 'ST_DROPPED'), once('FUP08', 'CB_PART')],
      ['FUP08 not-asked'],
    ],
    [
      'at most three factors',
      scopeOf('FUP'),
      [...applied, once('FUP06', 'F01_OPPORTUNITY', 'F02_TIME', 'F03_HABIT', 'F04_CONFIDENCE')],
      ['FUP06 too-many'],
    ],
    ['one factor each way at six months', scopeOf('SUS'), [...applied, once('FUP07', 'F02_TIME', 'F03_HABIT')], ['FUP07 too-many']],
    ['a barrier is not a help', scopeOf('FUP'), [...applied, once('FUP06', 'F90_JOB_CHANGED')], ['FUP06 unknown']],
    [
      'how one knows, where something was noticed',
      scopeOf('FUP', [1], ['S1']),
      [...applied, noticed('S1', 'FUP05', 'IN_P1'), noticed('S1', 'FUP05E', 'EV_TOLD')],
      [],
    ],
    [
      'not how one knows what one cannot see',
      scopeOf('FUP', [1], ['S1']),
      [...applied, noticed('S1', 'FUP05', 'IN_X'), noticed('S1', 'FUP05E', 'EV_TOLD')],
      ['FUP05E not-asked'],
    ],
    ['no indicator of another behaviour', scopeOf('FUP', [1], ['S1']), [...applied, noticed('S9', 'FUP05', 'IN_P1')], ['FUP05 not-asked']],
    [
      'no behaviour of another person',
      scopeOf('CHK'),
      [about(1, 'CHK02', 'ST_REGULAR'), about(7, 'CHK02', 'ST_REGULAR')],
      ['CHK02 not-asked'],
    ],
    ['no item of another instrument', scopeOf('SUS'), [...applied, words('FUP12', 'x')], ['FUP12 not-asked']],
    ['each question once', scopeOf('CHK'), [about(1, 'CHK02', 'ST_REGULAR'), about(1, 'CHK02', 'ST_NA')], ['CHK02 twice']],
    ['a story of 3,000 characters', scopeOf('FUP'), [...applied, words('FUP10', '😀'.repeat(3000))], []],
    ['a story of 3,001 characters', scopeOf('FUP'), [...applied, words('FUP10', 'x'.repeat(3001))], ['FUP10 too-long']],
    ['a remark of 1,001 characters', scopeOf('FUP'), [...applied, words('FUP12', 'x'.repeat(1001))], ['FUP12 too-long']],
    ['no words where a choice is asked', scopeOf('CHK'), [{ ...about(1, 'CHK02'), text: 'fine' }], ['CHK02 unknown']],
  ];
  for (const [name, scope, answers, faults] of cases) {
    it(`holds ${scope.instrument} to: ${name}`, () => expect(faultsOf(scope, answers)).to.deep.equal(faults));
  }

  const adjusting = [about(1, 'CHK02', 'ST_SOMETIMES'), about(1, 'CHK04', 'NX_ADJUST')];
  const plans: [name: string, answers: GivenAnswer[], plans: SurveyValues['plans'], faults: string[]][] = [
    ['may come with adjusting', adjusting, [{ commitmentId: 1, when: '', then: 'listen' }], []],
    ['may be left for later', adjusting, [], []],
    ['needs a then', adjusting, [{ commitmentId: 1, when: 'x', then: ' ' }], ['INT05/then missing']],
    [
      'is not too long',
      adjusting,
      [{ commitmentId: 1, when: 'x'.repeat(201), then: 'y'.repeat(201) }],
      ['INT05/when too-long', 'INT05/then too-long'],
    ],
    ['comes with adjusting only', [about(1, 'CHK02', 'ST_REGULAR')], [{ commitmentId: 1, when: '', then: 'x' }], ['INT05/then not-asked']],
    [
      'comes once',
      adjusting,
      [
        { commitmentId: 1, when: '', then: 'x' },
        { commitmentId: 1, when: '', then: 'y' },
      ],
      ['INT05/then twice'],
    ],
  ];
  for (const [name, answers, given, faults] of plans) {
    it(`a new plan ${name}`, () => expect(faultsOf(scopeOf('CHK'), answers, given)).to.deep.equal(faults));
  }

  it('accepts whatever a person can choose among what is asked, and nothing is both accepted and not asked', () => {
    const scopes = fc.record({
      instrument: fc.constantFrom('CHK' as const, 'FUP' as const, 'SUS' as const),
      commitmentIds: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
      indicators: fc.uniqueArray(fc.constantFrom('S1', 'S2', 'S3'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(scopes, fc.infiniteStream(fc.nat()), (scope, numbers) => {
        const pick = (): number => Number(numbers.next().value);
        const answers: GivenAnswer[] = [];
        for (const item of INSTRUMENTS[scope.instrument].items) {
          if (item.type === 'note') continue;
          for (const place of placesOf(item, scope)) {
            if (!isAskedAt(item, place, scope, codesIn({ answers }))) continue;
            if (!item.isRequired && pick() % 2 === 0) continue;
            const scale: readonly string[] = item.scale ? SCALES[item.scale] : [];
            if (item.type === 'text') answers.push({ ...place, item: item.code, codes: [], text: 'words' });
            else answers.push({ ...place, item: item.code, codes: [scale[pick() % scale.length] ?? ''], text: null });
          }
        }
        expect(checkAnswers(scope, { answers, plans: [] })).to.deep.equal([]);
        const stray = { item: 'CHK02', commitmentId: 99, indicator: null, codes: ['ST_NA'], text: null };
        expect(checkAnswers(scope, { answers: [...answers, stray], plans: [] })).to.have.length(1);
        const status = answers.find(({ item }) => item === 'CHK02' || item === 'FUP02');
        expect(
          checkAnswers(scope, { answers: answers.filter((answer) => answer !== status), plans: [] }).map(({ problem }) => problem),
        ).to.include('missing');
      }),
    );
  });

  it('knows every item of the three instruments', () => {
    for (const instrument of [CHK, FUP, SUS]) {
      for (const item of instrument.items) expect(placesOf(item, scopeOf('FUP', [1, 2], ['S1'])), item.code).to.not.have.length(0);
    }
  });
});
