/** Reads the imports of `src/` under a folder against import rules. */
export declare function cruiseSources(
  folder: string,
  configuration: { readonly forbidden: readonly object[]; readonly options: object },
): Promise<{
  readonly modules: number;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}>;
