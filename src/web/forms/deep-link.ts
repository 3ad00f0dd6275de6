import { z } from 'zod';

const views = z.enum(['map', 'intention']);

/** The choice of content. One ticked box arrives as a text, several as a list. */
export const deepLinkForm = z
  .object({
    csrf: z.string(),
    template: z.string().max(10).optional(),
    activity: z.union([views.transform((view) => [view]), z.array(views).max(2)]).optional(),
    go: z.enum(['place', 'cancel']).catch('place'),
  })
  .strict();

export type DeepLinkForm = z.infer<typeof deepLinkForm>;
