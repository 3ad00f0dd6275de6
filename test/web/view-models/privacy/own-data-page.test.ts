import { expect } from 'chai';
import { translator } from '../../../../src/i18n/translator.js';
import type { PersonExport } from '../../../../src/usecases/privacy/export-person.js';
import { ownDataPage } from '../../../../src/web/view-models/privacy/own-data-page.js';

const now = new Date('2026-07-01T09:00:00Z');

/** A person of whom something is kept in every table, with own words in each place where a person writes. */
function fullExport(read: Set<string>): PersonExport {
  const tables: PersonExport['tables'] = {
    people: [{ id: 1, platformId: 1, sub: 'the-code', language: 'en', createdAt: now, lastSeenAt: now }],
    enrolments: [{ id: 1, personId: 1, courseId: 1, role: 'learner', wasInstructor: true, firstSeenAt: now, lastSeenAt: now }],
    participations: [{ id: 1, runId: 1, personId: 1, attempt: 1, enrolledAt: now, completedAt: now, completionSource: 'launch' }],
    intentions: [
      {
        id: 1,
        participationId: 1,
        mapVersionId: 1,
        outcome: 'stated',
        submittedAt: now,
        missingText: 'words-missing',
        followUpPermission: 'yes',
      },
      { id: 2, participationId: 1, mapVersionId: 1, outcome: 'exit', submittedAt: now, exitText: 'words-exit', followUpPermission: null },
    ],
    exit_reasons: [{ id: 1, intentionId: 2, factor: 'F06_RELEVANCE' }],
    commitments: [
      {
        id: 1,
        intentionId: 1,
        elementStableId: null,
        ownText: 'words-own',
        closestStableId: 'B1',
        then0: 'FQ1',
        level: 'CM2',
        firstExpected: 'FI1',
        confidence: 'CF1',
        copingText: 'words-coping',
        state: 'let_go',
        stateChangedAt: now,
      },
    ],
    commitment_obstacles: [{ id: 1, commitmentId: 1, factor: 'F02_TIME' }],
    plans: [{ id: 1, commitmentId: 1, planWhen: 'words-when', planThen: 'words-then', createdAt: now }],
    follow_ups: [
      {
        id: 1,
        intentionId: 1,
        wave: 'W1',
        instrument: 'CHK',
        dueAt: now,
        windowDays: 14,
        lapsesAt: now,
        openedAt: now,
        closesAt: now,
        state: 'answered',
        answeredAt: now,
      },
    ],
    survey_responses: [{ id: 1, followUpId: 1, submittedAt: now, language: 'en', isLate: true, isCarried: false }],
    answers: [
      {
        id: 1,
        surveyResponseId: 1,
        commitmentId: 1,
        elementStableId: null,
        item: 'CHK02',
        code: 'ST_REGULAR',
        text: null,
        isCarried: false,
      },
      {
        id: 2,
        surveyResponseId: 1,
        commitmentId: null,
        elementStableId: null,
        item: 'FUP10',
        code: null,
        text: 'words-story',
        isCarried: false,
      },
      { id: 3, surveyResponseId: 1, commitmentId: null, elementStableId: 'S1', item: 'FUP05', code: 'IN_P2', text: null, isCarried: false },
    ],
    drafts: [
      {
        id: 1,
        form: 'follow-up:2',
        stepValues: { at: 'status-1', steps: { a: { FUP12: 'words-draft' } } },
        updatedAt: now,
        expiresAt: now,
      },
    ],
    deliveries: [{ id: 1, placementId: 1, state: 'uncertain', createdAt: now, sentAt: null, lastErrorCode: 'code-of-delivery' }],
    delivery_follow_ups: [{ id: 1, deliveryId: 1, followUpId: 1, kind: 'invite' }],
    score_postings: [{ id: 1, placementId: 1, state: 'sent', createdAt: now, sentAt: now, lastErrorCode: null }],
    tool_sessions: [{ id: 1, courseId: 1, createdAt: now, expiresAt: now, revokedAt: null, isAdministrator: true }],
    pending_launches: [{ id: 1, createdAt: now }],
    release_members: [{ id: 1 }, { id: 2 }],
    map_versions: [{ id: 1, number: 1, publishedAt: now }],
  };
  return {
    madeAt: now,
    platform: { name: 'Campus', timeZone: 'Europe/Brussels', smallestGroup: 7 },
    courses: [{ id: 1, title: 'The course' }],
    runs: [{ id: 1, courseId: 1 }],
    activities: [{ id: 1, courseId: 1 }],
    mapTexts: [
      { mapVersionId: 1, stableId: 'B1', text: { en: 'a behaviour', nl: 'een gedrag' } },
      { mapVersionId: 1, stableId: 'S1', text: { en: 'an indicator', nl: 'een indicator' } },
    ],
    tables: new Proxy(tables, {
      get(target, name: string) {
        read.add(name);
        return target[name];
      },
    }),
  };
}

describe('my data in plain words', () => {
  for (const language of ['en', 'nl'] as const) {
    it(`shows something of every table, and every word the person wrote (${language})`, () => {
      const read = new Set<string>();
      const exported = fullExport(read);
      const page = ownDataPage(exported, translator(language), language, null);
      expect([...read].sort()).to.deep.equal(Object.keys(exported.tables).sort());
      const text = JSON.stringify(page);
      for (const own of ['missing', 'exit', 'own', 'coping', 'when', 'then', 'story', 'draft']) expect(text).to.include(`words-${own}`);
      expect(page.sections.filter(({ items }) => items.length === 0)).to.deep.equal([]);
      expect(text)
        .to.include(language === 'en' ? 'an indicator' : 'een indicator')
        .and.to.include('the-code');
      expect(text).to.not.match(/"(?:ST|FQ|CM|CF|FI|IN|F\d\d)_?\w*"/);
    });
  }

  it('quotes the plan as the sentence it was, and the question about it without words the person never wrote', () => {
    const exported = fullExport(new Set());
    exported.tables['intentions']?.splice(0, 1, { ...exported.tables['intentions'][0], language: 'nl' });
    exported.tables['answers']?.push({ ...exported.tables['answers'][0], id: 4, item: 'CHK01', code: 'OP1' });
    const text = JSON.stringify(ownDataPage(exported, translator('en'), 'en', null));
    expect(text).to.include('Als words-when, dan ga ik words-then.');
    expect(text).to.include('You chose: “words-own”').and.to.not.include('You wrote');
  });

  it('says so where nothing is kept', () => {
    const exported = { ...fullExport(new Set()), tables: {} };
    const page = ownDataPage(exported, translator('en'), 'en', null);
    expect(page.sections.filter(({ id }) => id !== 'you').every(({ none }) => none)).to.equal(true);
    expect(page.sections.map(({ id }) => id)).to.not.include('maps');
  });
});
