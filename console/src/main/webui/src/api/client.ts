/** A refusal as the services write it (RFC 9457), or one of ours when nothing came back at all. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { field: string; message: string }[];
  /** What stands there now, where somebody else was faster, and who that was. */
  current?: unknown;
  changedBy?: string | null;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Asked {
  query?: Query;
  body?: unknown;
  /** The address whose version this act was decided on; its ETag goes along as If-Match. */
  basedOn?: { path: string; version?: number };
  /** The version that was seen, where one answer tells of many things that have their own. */
  seen?: number;
  /** A creating POST: asked twice, done once. */
  once?: boolean;
  signal?: AbortSignal;
}

/** The only files that are sent as they are, and not in a form. */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let language = 'zh-CN';
export const speak = (spoken: string) => {
  language = spoken;
};

const etags = new Map<string, string>();
const OFFLINE: Record<string, Pick<Problem, 'title' | 'detail'>> = {
  'zh-CN': { title: '网络不通', detail: '未能连上服务器，填写的内容仍在本页。请检查网络后重试。' },
  en: { title: 'No connection', detail: 'The server could not be reached; what you entered is still here. Check the network and try again.' },
};

export function withQuery(path: string, query: Query = {}): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') written.set(name, String(value));
  }
  const text = written.toString();
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}

/** Random without `crypto.randomUUID`, which a browser has on https and localhost only. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headersFor(asked: Asked): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language, 'X-Dudao-Console': '1' };
  if (asked.basedOn) {
    headers['If-Match'] = etags.get(asked.basedOn.path) ?? (asked.basedOn.version === undefined ? '*' : `"${asked.basedOn.version}"`);
  }
  if (asked.seen !== undefined) headers['If-Match'] = `"${asked.seen}"`;
  if (asked.once) headers['Idempotency-Key'] = newKey();
  return headers;
}

async function send<Answer>(method: string, path: string, asked: Asked = {}): Promise<Answer> {
  const headers = headersFor(asked);
  const file = asked.body instanceof File ? asked.body : undefined;
  if (asked.body !== undefined) headers['Content-Type'] = file ? XLSX : 'application/json';
  let response: Response;
  try {
    response = await fetch(withQuery(path, asked.query), {
      method,
      headers,
      body: file ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body)),
      signal: asked.signal,
      credentials: 'same-origin',
    });
  } catch (failure) {
    if (asked.signal?.aborted) throw failure;
    throw new ProblemError(offline());
  }
  const etag = response.headers.get('ETag');
  if (etag) etags.set(asked.basedOn?.path ?? path, etag);
  return read<Answer>(response.status, response.headers.get('Content-Type') ?? '', await response.text());
}

function offline(): Problem {
  return { type: 'urn:dudao:problem:offline', status: 0, ...(OFFLINE[language] ?? OFFLINE['zh-CN']!) };
}

function read<Answer>(status: number, type: string, text: string): Answer {
  if (status >= 200 && status < 300) {
    return (text && type.includes('json') ? JSON.parse(text) : undefined) as Answer;
  }
  if (status === 401) enterAgain();
  if (type.includes('json') && text) {
    const said = JSON.parse(text) as Partial<Problem>;
    throw new ProblemError({ type: said.type ?? 'about:blank', title: said.title ?? String(status), status, detail: said.detail, errors: said.errors, current: said.current, changedBy: said.changedBy });
  }
  throw new ProblemError({ type: 'about:blank', title: `HTTP ${status}`, status });
}

/** The session ended: open the same address again, which leads through the login and back; not twice within a minute. */
function enterAgain() {
  const last = Number(sessionStorage.getItem('dudao.entered') ?? 0);
  if (performance.timeOrigin + performance.now() - last < 60_000) return;
  sessionStorage.setItem('dudao.entered', String(Math.round(performance.timeOrigin + performance.now())));
  window.location.reload();
}

export const get = <Answer>(path: string, query?: Query, signal?: AbortSignal) => send<Answer>('GET', path, { query, signal });
export const put = <Answer>(path: string, body?: unknown, asked: Asked = {}) => send<Answer>('PUT', path, { ...asked, body: body ?? {} });
export const patch = <Answer>(path: string, body: unknown, asked: Asked = {}) => send<Answer>('PATCH', path, { ...asked, body });
export const post = <Answer>(path: string, body: unknown) => send<Answer>('POST', path, { body, once: true });
export const remove = <Answer = void>(path: string, asked: Asked = {}) => send<Answer>('DELETE', path, asked);

/** By XMLHttpRequest, because `fetch` can't say how far a file has got. */
export function upload<Answer>(path: string, file: File, onProgress: (share: number) => void, method: 'POST' | 'PUT' = 'POST'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    for (const [name, value] of Object.entries(headersFor({ once: method === 'POST' }))) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new ProblemError(offline()));
    request.onload = () => {
      try {
        resolve(read<Answer>(request.status, request.getResponseHeader('Content-Type') ?? '', request.responseText));
      } catch (failure) {
        reject(failure);
      }
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
