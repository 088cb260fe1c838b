import { setWorkbench } from "./workbench.ts";

/** Opens the reference of close codes. @param query what is looked for at first */
export const openCodes = (query: string): void => {
  setWorkbench({ codes: query });
};

export const closeCodes = (): void => {
  setWorkbench({ codes: null });
};
