// What of a chosen file can be refused before it travels; whatever else is wrong with it, the service says.
export const LARGEST_FILE = 20 * 1024 * 1024;
export const READABLE = ['.docx', '.doc', '.wps', '.pdf', '.ofd', '.xlsx', '.txt', '.md'];

export type Unfit = 'wrongType' | 'tooLarge' | 'empty';

export function unfit({ name, size }: { name: string; size: number }): Unfit | undefined {
  const lower = name.toLowerCase();
  if (!READABLE.some((ending) => lower.endsWith(ending))) return 'wrongType';
  if (size === 0) return 'empty';
  return size > LARGEST_FILE ? 'tooLarge' : undefined;
}

/** One of the documents of a file that holds several, as the service lists them. */
export interface Part {
  part: number;
  kind: 'plan' | 'summary';
  title: string;
  year: number | null;
  characters: number;
  beginning: string;
}

/** What there is to choose from, where the service refused a file because it holds several plans. */
export function partsIn(error: unknown): Part[] {
  const problem = (error as { problem?: { type?: string; parts?: Part[] } } | null)?.problem;
  return problem?.type === 'urn:dudao:problem:document-holds-several-plans' ? (problem.parts ?? []) : [];
}
