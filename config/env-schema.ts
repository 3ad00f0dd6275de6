import { z } from 'zod';

const yesNo = z.enum(['true', 'false']).transform((value) => value === 'true');

const databaseUrl = z
  .string()
  .refine(
    (value) => /^(sqlite:.+|mysql:\/\/.+|mariadb:\/\/.+)$/.test(value),
    'must look like sqlite:path/to/file or mysql://user:password@host:3306/name',
  );

const publicUrl = z
  .url({ protocol: /^https?$/ })
  .transform((value) => value.replace(/\/+$/, ''))
  .refine((value) => !/[?#]/.test(value), 'must have no query and no fragment');

/** Every variable the product reads, with its default; a secret has none (security.md A52). */
export const envSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl.default('sqlite:data/impact-map.sqlite'),
    APP_SECRET: z.string().min(32, 'must be at least 32 characters; `openssl rand -hex 32` makes a good one'),
    APP_SECRET_PREVIOUS: z.string().min(32).optional(),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
    AUTO_MIGRATE: yesNo.default(false),
    WORKER: z.enum(['inline', 'off']).default('inline'),
    ALLOW_INSECURE_PLATFORMS: yesNo.default(false),
    ALLOWED_PRIVATE_HOSTS: z
      .string()
      .default('')
      .transform((value) =>
        value
          .split(',')
          .map((host) => host.trim().toLowerCase())
          .filter(Boolean),
      ),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  })
  .superRefine((env, context) => {
    const { protocol, hostname } = new URL(env.PUBLIC_URL);
    const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    if (protocol === 'http:' && !local && !env.ALLOW_INSECURE_PLATFORMS) {
      context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'must be https, except on localhost' });
    }
  });

export type Env = z.infer<typeof envSchema>;

/** What the demo reads: its two ports. */
export const demoSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DEMO_PORT: z.coerce.number().int().min(1).max(65535).default(3001),
});
