package dev.ilana.cli.code;

import dev.ilana.model.ModelTable;

/**
 * A model of the project.
 *
 * @param owner the class that has its table as a constant, mostly that of the model
 * @param constant the constant's name
 */
public record FoundModel(Class<?> owner, String constant, ModelTable<?> table) {}
