import type { PlaygroundServer } from "../playgroundServer.ts";
import { bad } from "./bad.ts";
import { clock } from "./clock.ts";
import { close } from "./close.ts";
import { drop } from "./drop.ts";
import { echo } from "./echo.ts";
import { flood } from "./flood.ts";
import { hang } from "./hang.ts";
import { idle } from "./idle.ts";
import { refuse } from "./refuse.ts";
import { socketIo } from "./socketIo.ts";
import { socketIoV2 } from "./socketIoV2.ts";

/**
 * Every server of the playground, in the order in which they are offered: first what works,
 * then what fails before, at and after the opening. To add one, copy echo.ts and name it here.
 */
export const playgroundServers: readonly PlaygroundServer[] = [
  echo,
  clock,
  socketIo,
  socketIoV2,
  flood,
  refuse,
  hang,
  close,
  drop,
  idle,
  bad,
];
