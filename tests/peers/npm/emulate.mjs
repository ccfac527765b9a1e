// A stateful Slack by somebody else, on loopback: argv is the port, then the seed as JSON.
import { createEmulator } from "emulate";

const [port, seed] = process.argv.slice(2);
await createEmulator({ service: "slack", port: Number(port), baseUrl: `http://127.0.0.1:${port}`, seed: JSON.parse(seed) });
console.log("ready");
