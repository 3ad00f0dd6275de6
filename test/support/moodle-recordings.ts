import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const MOODLE_VERSIONS = ['4.5', '5.1'] as const;
export type MoodleVersion = (typeof MOODLE_VERSIONS)[number];

/** What a Moodle of this version really sent, as it was recorded. */
export function moodleRecording<Shape>(version: MoodleVersion, name: string): Shape {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/moodle', version, `${name}.json`), 'utf8')) as Shape;
}
