/** One choice of a choice field. `note` is a second, quieter line. */
export interface ChoiceOption {
  value: string;
  text: string;
  note: string | null;
  isChecked: boolean;
}

/** Radio cards (one choice) or checkbox cards (several). The legend is the question. */
export interface ChoiceField {
  kind: 'radio' | 'checkbox';
  name: string;
  legend: string;
  hint: string | null;
  error: string | null;
  isRequired: boolean;
  options: ChoiceOption[];
  /** Shown only once this value is chosen in the same form, by CSS alone (`.im-only-if-pick`); shown always where a browser cannot. */
  onlyIf: 'pick' | null;
}

/** A text in one's own words; `rows` 1 makes a single line. */
export interface TextField {
  kind: 'text';
  name: string;
  label: string;
  hint: string | null;
  error: string | null;
  isRequired: boolean;
  value: string;
  rows: number;
}

/** What a step shows, from top to bottom. */
export type Block =
  | ChoiceField
  | TextField
  /** A paragraph; `calm` is quieter. */
  | { kind: 'note'; text: string; calm: boolean }
  /** A friendly remark that stops nobody. */
  | { kind: 'hint'; text: string }
  /** The thing this step is about, in the map's or the person's words. */
  | { kind: 'about'; label: string; text: string }
  /** The plan, large. */
  | { kind: 'plan'; text: string; caption: string | null }
  /** Buttons that fill a text field and come back to it; each posts `go` = its value. */
  | { kind: 'chips'; label: string; chips: { value: string; text: string }[] }
  | { kind: 'points'; points: string[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }
  /** What was filled in, with a way back to each part. */
  | { kind: 'summary'; items: { label: string; texts: string[]; change: { go: string; text: string; label: string } | null }[] };

/** A fault as the summary above the form tells it, with the field it leads to. */
export interface StepError {
  href: string;
  text: string;
}

/** One screen of a form that is walked step by step: the frame around its blocks. */
export interface StepFrame {
  /** Where the form posts to. */
  action: string;
  heading: string;
  lead: string | null;
  /** "Step 3 of 9"; null on screens outside the count. */
  progress: { now: number; total: number; text: string } | null;
  /** Above everything, e.g. "Preview: nothing is stored". */
  banner: string | null;
  errors: { title: string; items: StepError[] } | null;
  hidden: { name: string; value: string }[];
  /** Texts of the buttons; each posts `go` = next | back | leave. */
  next: string;
  back: string | null;
  /** A quiet way out, below the buttons. */
  leave: string | null;
  /** The quiet promise that nothing is lost. */
  footnote: string | null;
}

/** The id of a field in the page: of its only input, or of its group of choices. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** A page that is one step of a form. */
export interface StepPage {
  title: string;
  frame: StepFrame;
  blocks: Block[];
}
