import { keepDrafts } from "./drafts.js";
import { startLive } from "./live.js";
import { startPreviews } from "./preview.js";

document.documentElement.dataset.script = "on";
keepDrafts();
startPreviews();
startLive();
