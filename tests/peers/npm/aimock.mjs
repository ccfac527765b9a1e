// A server of language models by somebody else, on loopback: argv is the port, its answers as JSON, the key it takes.
import { LLMock } from "@copilotkit/aimock";

const [port, fixtures, key] = process.argv.slice(2);
const mock = new LLMock({ port: Number(port), host: "127.0.0.1", auth: { apiKeys: [key] } });
await mock.addFixturesFromJSON(fixtures).start();
console.log("ready");
