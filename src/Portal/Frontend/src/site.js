import { keepDrafts } from "./drafts.js";
import { startLive } from "./live.js";
import { offerPng } from "./picture.js";
import { startPreviews } from "./preview.js";
import { followWork } from "./working.js";

document.documentElement.dataset.script = "on";
keepDrafts();
startPreviews();
offerPng();
startLive();
followWork();
