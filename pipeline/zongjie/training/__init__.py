"""Makes the models of models/ from reports and gold; reached only from the command line."""
