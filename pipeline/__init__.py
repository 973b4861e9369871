"""The pipeline of Scopebook: ingest, normalise, validate, publish, one way from raw/ to outputs/."""
