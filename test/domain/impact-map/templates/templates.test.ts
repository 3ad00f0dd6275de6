import { expect } from 'chai';
import { behavioursOf, elementsOf, indicatorsOf } from '../../../../src/domain/impact-map/impact-map.js';
import { STAGES } from '../../../../src/domain/impact-map/stage.js';
import { findTemplate, TEMPLATES } from '../../../../src/domain/impact-map/templates/index.js';
import { tracePath } from '../../../../src/domain/impact-map/trace-path.js';

const LEARNING_VERB = /^(know|understand|be aware|have insight|weten|kennen|begrijpen|inzicht hebben|zich bewust zijn)\b/i;

describe('the shipped templates', () => {
  it('are A, B, C and D, and no other code is found', () => {
    expect(TEMPLATES.map((template) => template.code)).to.deep.equal(['A', 'B', 'C', 'D']);
    for (const template of TEMPLATES) expect(findTemplate(template.code)).to.equal(template);
    expect(findTemplate('a')).to.equal(null);
  });

  it('carry the direction trap: reported near misses rise before they fall', () => {
    const reports = findTemplate('C')?.elements.find((element) => element.stableId === 'S2');
    expect(reports?.details['direction']).to.equal('up_then_down');
    expect(reports?.text.en).to.match(/goes up first/);
    expect(reports?.text.nl).to.match(/stijgt eerst/);
  });

  for (const template of TEMPLATES) {
    describe(template.code, () => {
      const { elements, links } = template;
      const stageOf = new Map(elements.map((element) => [element.stableId, element.stage]));

      it('is complete in English and in Dutch', () => {
        const words = [template.title, template.summary, ...elements.map((element) => element.text)];
        for (const { en, nl } of words) {
          expect(en.trim().length, en).to.be.greaterThan(5);
          expect(nl.trim().length, nl).to.be.greaterThan(5);
          expect(en).to.not.equal(nl);
        }
      });

      it('fills the seven stages with unique ids that tell the stage', () => {
        const letters = ['T', 'I', 'C', 'B', 'S', 'O', 'G'];
        for (const [index, stage] of STAGES.entries()) {
          const ids = elementsOf(template, stage).map((element) => element.stableId);
          expect(ids).to.deep.equal(ids.map((_, at) => `${letters[index]}${at + 1}`));
          expect(ids.length).to.be.greaterThan(0);
        }
      });

      it('keeps to sizes that stay readable (domain.md §1.3)', () => {
        const size = (stage: (typeof STAGES)[number]) => elementsOf(template, stage).length;
        expect(size('target_group')).to.equal(1);
        expect(size('intervention')).to.be.within(2, 4);
        expect(size('capability')).to.be.within(2, 5);
        expect(size('work_behaviour')).to.be.within(2, 5);
        for (const { text } of elements) for (const words of [text.en, text.nl]) expect(words.length).to.be.lessThan(181);
      });

      it('has a workplace form among its interventions', () => {
        expect(elementsOf(template, 'intervention').map((element) => element.details['form'])).to.include('workplace');
      });

      it('links only from a stage to the next one (L03), between known elements, each once', () => {
        for (const { from, to } of links) {
          const [a, b] = [stageOf.get(from), stageOf.get(to)];
          if (!a || !b) throw new Error(`${from} > ${to} links what is not there`);
          expect(STAGES.indexOf(b), `${from} > ${to}`).to.equal(STAGES.indexOf(a) + 1);
        }
        expect(new Set(links.map((link) => `${link.from}>${link.to}`)).size).to.equal(links.length);
      });

      it('leaves no element without a link in and out where its stage has neighbours (L04)', () => {
        for (const { stableId, stage } of elements) {
          if (stage !== 'target_group')
            expect(
              links.some((link) => link.to === stableId),
              `into ${stableId}`,
            ).to.equal(true);
          if (stage !== 'strategic_goal')
            expect(
              links.some((link) => link.from === stableId),
              `out of ${stableId}`,
            ).to.equal(true);
        }
      });

      it('gives each behaviour an indicator (L01, L02), an occasion, and a way to a strategic goal', () => {
        expect(behavioursOf(template)).to.not.have.length(0);
        for (const behaviour of behavioursOf(template)) {
          expect(indicatorsOf(template, behaviour.stableId), behaviour.stableId).to.not.have.length(0);
          expect(behaviour.occasion, behaviour.stableId).to.be.a('string');
          const path = tracePath(template, behaviour.stableId);
          expect([...path.descendants].some((id) => stageOf.get(id) === 'strategic_goal')).to.equal(true);
          expect([...path.ancestors].some((id) => stageOf.get(id) === 'intervention')).to.equal(true);
        }
      });

      it('starts no behaviour with a learning verb (L05), and only behaviours have an occasion', () => {
        for (const { text } of behavioursOf(template)) {
          expect(text.en).to.not.match(LEARNING_VERB);
          expect(text.nl).to.not.match(LEARNING_VERB);
        }
        expect(elements.filter((element) => element.stage !== 'work_behaviour' && element.occasion !== null)).to.deep.equal([]);
      });

      it('tells source, direction and moment of each indicator (L09)', () => {
        for (const { details } of elementsOf(template, 'success_indicator')) {
          expect(details['source']).to.have.keys(['en', 'nl']);
          expect(details['direction']).to.be.oneOf(['up', 'down', 'appear', 'disappear', 'up_then_down']);
          expect(details['cadence']).to.be.oneOf(['weekly', 'monthly', 'quarterly']);
        }
      });
    });
  }
});
