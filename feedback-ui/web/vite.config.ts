import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const service = process.env.VIGIE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: './', // the service decides under which path the application lives
  plugins: [react()],
  resolve: {
    // vtk.js' XML reader, which nothing here calls, drags in a Node-only library that stops the built page.
    alias: { xmlbuilder2: fileURLToPath(new URL('./src/stubs/xmlbuilder2.ts', import.meta.url)) },
  },
  worker: { format: 'es' },
  optimizeDeps: {
    exclude: ['@cornerstonejs/dicom-image-loader'],
    include: [
      'dicom-parser',
      'comlink',
      'pako',
      '@cornerstonejs/codec-charls/decodewasmjs',
      '@cornerstonejs/codec-openjpeg/decodewasmjs',
      '@cornerstonejs/codec-openjph/wasmjs',
      '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs',
      '@cornerstonejs/jpeg-lossless-decoder-js',
    ],
  },
  build: {
    outDir: process.env.UI_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 5000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'cornerstone',
              test: /node_modules\/(@cornerstonejs|@kitware|dcmjs|dicom-parser|pako|gl-matrix|clipper2)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': service, '/dicomweb': service } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], restoreMocks: true },
});
