import type { AnyBlock, View, KnownBlock } from "@slack/types";
import type { ChatPostMessageArguments, ChatPostEphemeralArguments, ViewsOpenArguments, ViewsPublishArguments, AssistantThreadsSetStatusArguments, AssistantThreadsSetSuggestedPromptsArguments, ConversationsHistoryArguments, ConversationsRepliesArguments } from "@slack/web-api";
import type { Manifest } from "@slack/web-api/dist/types/request/manifest";
export interface Payloads {
  "chat.postMessage": ChatPostMessageArguments;
  "chat.postEphemeral": ChatPostEphemeralArguments;
  "views.open": ViewsOpenArguments;
  "views.publish": ViewsPublishArguments;
  "assistant.threads.setStatus": AssistantThreadsSetStatusArguments;
  "assistant.threads.setSuggestedPrompts": AssistantThreadsSetSuggestedPromptsArguments;
  blocks: AnyBlock[];
  manifest: Manifest;
}
