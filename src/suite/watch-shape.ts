/**
 * The shape of what a settings file says of watching.
 */
import { z } from 'zod';

/** What may be said of an actor. */
export type ActorEntry = z.infer<typeof actor>;

const text = z.string().trim().min(1).max(300);
const actorName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.]*$/, 'expected letters, digits, _ and . (no -)');
const relay = z.strictObject({
  between: z.tuple([actorName, actorName]),
  standard: z.string().regex(/^[a-z0-9][\w.-]*$/, 'expected the name of a standard, such as "ketentest list standards" tells'),
  listen: z.string().regex(/^(?:\[[0-9a-f:]+\]|[^\s:[\]]+):\d{1,5}$/i, 'expected HOST:PORT'),
  to: z.string(),
  allow: z.array(text).min(1).optional(),
  'tls-cert': text.optional(),
  'tls-key': text.optional(),
  'client-ca': text.optional(),
  ca: text.optional(),
  cert: text.optional(),
  'cert-key': text.optional(),
});
const actor = z.strictObject({
  naam: z.union([text, z.strictObject({ nl: text, en: text })]).optional(),
  component: text.optional(),
  product: text.optional(),
  version: z.union([text, z.number().transform(String)]).optional(),
  supplier: text.optional(),
});
/** The other names in the file are settings of any run. */
export const watchFile = z.object({
  title: text.optional(),
  actors: z.record(actorName, actor).optional(),
  relays: z.record(z.string().regex(/^[A-Za-z0-9][\w.-]*$/, 'expected letters, digits, -, _ and .'), relay),
  rewrites: z.array(z.string().regex(/^[\w.-]+$/, 'expected the name of an element')).optional(),
});
