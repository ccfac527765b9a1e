// The parts of Discord's own specification that we send, as one JSON Schema.
import { readFileSync } from "node:fs";
import * as z from "zod";
import * as spec from "discord-api-spec/zod";

const named = {
  message: spec.MessageCreateRequestSchema,
  edit: spec.MessageEditRequestPartialSchema,
  webhook: spec.IncomingWebhookRequestPartialSchema,
  webhook_edit: spec.IncomingWebhookUpdateRequestPartialSchema,
  callback_message: spec.CreateMessageInteractionCallbackRequestSchema,
  callback_modal: spec.ModalInteractionCallbackRequestSchema,
  command: spec.ApplicationCommandUpdateRequestSchema,
};
const registry = z.registry();
for (const [name, schema] of Object.entries(spec)) {
  if (name.endsWith("Schema")) registry.add(schema, { id: name.slice(0, -6) });
}
const made = {};
const every = z.toJSONSchema(registry, { target: "draft-7", io: "input", unrepresentable: "any", uri: (id) => `#/definitions/${id}` });
const want = Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, registry.get(schema).id]));
const needed = {};
const visit = (part) => {
  if (Array.isArray(part)) part.forEach(visit);
  else if (part && typeof part === "object") {
    const to = part.$ref?.match(/#\/definitions\/(\w+)$/)?.[1];
    if (to) { part.$ref = `#/definitions/${to}`; take(to); }
    Object.values(part).forEach(visit);
  }
};
const take = (id) => {
  if (needed[id]) return;
  const { $schema, $id, id: _, ...rest } = every.schemas[id];
  needed[id] = rest;
  visit(rest);
};
Object.values(want).forEach(take);
console.log(JSON.stringify({ properties: Object.fromEntries(Object.entries(want).map(([n, id]) => [n, { $ref: `#/definitions/${id}` }])), definitions: needed }));
