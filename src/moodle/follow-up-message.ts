import { translator } from '../i18n/translator.js';
import { cleanText } from '../shared/clean-text.js';
import type { WriteFollowUpMessage } from '../usecases/ports/message-channel.js';

/** Moodle counts bytes of UTF-8, tags included (moodle/README.md 8.4). */
export const LARGEST_MESSAGE = 4096;

/**
 * The message of a follow-up, in the words of decisions.md 13: it names the course and never quotes the plan. The title is escaped
 * and, should the message be too large, cut; the link never is, and stands on its own line (security.md A49).
 */
export const writeFollowUpMessage: WriteFollowUpMessage = ({ language, courseTitle, link }) => {
  const t = translator(language);
  const write = (course: string): string =>
    [
      `<p>${escapeHtml(t('messages.followUp.question', { course }))} ${escapeHtml(t('messages.followUp.effort'))}</p>`,
      `<p><a href="${escapeHtml(link)}">${escapeHtml(t('messages.followUp.open'))}</a></p>`,
      `<p>${escapeHtml(t('messages.followUp.stop'))}</p>`,
    ].join('\n');
  const characters = Array.from(cleanText(courseTitle).replace(/\s+/g, ' ').trim());
  const whole = write(characters.join(''));
  if (Buffer.byteLength(whole) <= LARGEST_MESSAGE) return whole;
  const cut = (length: number): string => write(`${characters.slice(0, length).join('')}…`);
  // The longest title that fits lies between two lengths, one that fits and one that does not.
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (Buffer.byteLength(cut(middle)) <= LARGEST_MESSAGE) fits = middle;
    else tooLong = middle;
  }
  return cut(fits);
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
