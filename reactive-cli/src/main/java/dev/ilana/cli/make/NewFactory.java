package dev.ilana.cli.make;

import java.util.Map;

/**
 * A factory that is to be written.
 *
 * @param table the constant of the model's table
 */
record NewFactory(NewClass type, NewClass model, String table) {

    /** The one of that model, in its package. */
    static NewFactory of(NewModel model) {
        NewClass type = model.type();
        return new NewFactory(type.sibling(type.name() + "Factory"), type, model.constant());
    }

    /** What its stub may ask for. */
    Map<String, String> values() {
        Map<String, String> values = type.values();
        values.put("imports", model.importedInto(type.javaPackage()));
        values.put("model", model.name());
        values.put("modelTable", table);
        values.put("constant", ModelNames.constant(new ModelNames(model.name()).row()));
        return values;
    }
}
