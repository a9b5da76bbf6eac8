/** Made by the build: the styles of the component, for a shadow root. */
declare module "nearme:embed-style" {
  export const styleText: string;
}

/** Made by the build: the addresses of the map's files, relative to the script that loads them. */
declare module "nearme:map-files" {
  export const workerAddress: string;
  export const styleAddress: string;
  export const overviewAddress: string;
  /** By cell, "-1_5" for what lies between 10° W and 0°, 50° and 60° N. */
  export const cellAddresses: Record<string, string>;
  /** By font name: its files, and the letters that each holds, as in CSS. */
  export const fontFiles: Record<string, readonly { readonly file: string; readonly ranges: readonly string[] }[]>;
}
