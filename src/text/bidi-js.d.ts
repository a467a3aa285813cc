declare module 'bidi-js' {
  /** What galley uses of bidi-js. */
  type Bidi = {
    getEmbeddingLevels: (text: string, direction: 'ltr' | 'rtl') => { levels: Uint8Array };
  };
  const factory: () => Bidi;
  export default factory;
}
