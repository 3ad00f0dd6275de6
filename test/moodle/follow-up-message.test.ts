import { expect } from 'chai';
import { LARGEST_MESSAGE, writeFollowUpMessage } from '../../src/moodle/follow-up-message.js';

const link = 'https://lms.example/mod/lti/view.php?l=7&im=abc';

describe('the message of a follow-up', () => {
  it('says in English what decisions.md 13 says', () => {
    expect(writeFollowUpMessage({ language: 'en', courseTitle: 'Customer-focused advice', link })).to.equal(
      [
        '<p>How is your plan from Customer-focused advice going? 3 minutes, also when it did not work out.</p>',
        '<p><a href="https://lms.example/mod/lti/view.php?l=7&#38;im=abc">Open it in your course</a></p>',
        '<p>Please do not reply here; to stop these, open it and choose Stop asking.</p>',
      ].join('\n'),
    );
  });
  it('says the same in Dutch', () => {
    expect(writeFollowUpMessage({ language: 'nl', courseTitle: 'Klantgericht adviseren', link })).to.match(
      /^<p>Hoe gaat het met je plan uit Klantgericht adviseren\? 3 minuten, ook als het niet lukte\.<\/p>\n<p><a href=.*>Open het in je opleiding<\/a><\/p>\n<p>Antwoord niet/,
    );
  });
  it('shows whatever stands in a title as text', () => {
    const html = writeFollowUpMessage({ language: 'en', courseTitle: '<img src=x onerror=alert(1)>"\'&\n{{course}} $t(x)', link });
    expect(html).to.not.contain('<img');
    expect(html).to.contain('&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38; {{course}} $t(x) going?');
  });
  it('cuts a title that is too long, and never the link', () => {
    for (const courseTitle of ['x'.repeat(10_000), '😀'.repeat(3_000), '"'.repeat(5_000)]) {
      const html = writeFollowUpMessage({ language: 'nl', courseTitle, link });
      expect(Buffer.byteLength(html)).to.be.within(LARGEST_MESSAGE - 20, LARGEST_MESSAGE);
      expect(html)
        .to.contain('href="https://lms.example/mod/lti/view.php?l=7&#38;im=abc"')
        .and.to.contain('…')
        .and.not.to.contain('\uFFFD');
    }
  });
});
