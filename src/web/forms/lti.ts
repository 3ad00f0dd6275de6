import { z } from 'zod';

/** `GET /lti/login/continue`: the one-time handle, and whether the person followed our link into a new tab. */
export const continueQuery = z.object({ h: z.string().min(20).max(100), top: z.literal('1').optional() });

/** `GET /lti/register`: our key, and what the platform adds to the link. */
export const registerQuery = z.object({
  key: z.string().min(20).max(100),
  openid_configuration: z.string().min(1).max(2048).optional(),
  registration_token: z.string().min(1).max(16_384).optional(),
});
