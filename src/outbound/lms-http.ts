import { type AxiosInstance, isAxiosError } from 'axios';
import { LmsCallFailed } from '../lti/errors.js';
import type { LmsHttp } from '../lti/ports.js';
import { AppError } from '../shared/errors.js';

/** The protocol's way to an LMS on top of the shared client. A failure before an answer becomes `LmsCallFailed` with a code. */
export function createLmsHttp(client: AxiosInstance): LmsHttp {
  return {
    async send({ method, url, headers, body }) {
      try {
        const answer = await client.request<string>({
          method,
          url,
          headers: { Accept: 'application/json', ...headers },
          data: body,
          responseType: 'text',
          transformResponse: [(text: string) => text],
          transformRequest: [(data: unknown) => data],
        });
        const linkHeader: unknown = answer.headers['link'];
        const retryAfter: unknown = answer.headers['retry-after'];
        return {
          status: answer.status,
          text: answer.data ?? '',
          link: typeof linkHeader === 'string' ? linkHeader : null,
          retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
        };
      } catch (error) {
        if (error instanceof AppError) throw new LmsCallFailed(error.code, error);
        throw new LmsCallFailed(codeOf(error), error);
      }
    },
  };
}

function codeOf(error: unknown): string {
  if (!isAxiosError(error)) return 'unknown';
  const cause = error.cause as { code?: string } | undefined;
  if (cause?.code === 'EPRIVATEHOST' || error.code === 'EPRIVATEHOST') return 'private-host';
  if (error.code === 'ECONNABORTED' || error.code === 'ETIMEDOUT' || error.code === 'ERR_CANCELED') return 'timeout';
  if (error.code === 'ERR_BAD_RESPONSE' || /maxContentLength/.test(error.message)) return 'answer-too-large';
  return 'network';
}
