// What of a chosen file can be refused before it travels; whatever else is wrong with it, the service says.
export const LARGEST_FILE = 20 * 1024 * 1024;
export const READABLE = ['.docx', '.doc', '.pdf', '.txt', '.md'];

export type Unfit = 'wrongType' | 'tooLarge' | 'empty';

export function unfit({ name, size }: { name: string; size: number }): Unfit | undefined {
  const lower = name.toLowerCase();
  if (!READABLE.some((ending) => lower.endsWith(ending))) return 'wrongType';
  if (size === 0) return 'empty';
  return size > LARGEST_FILE ? 'tooLarge' : undefined;
}
