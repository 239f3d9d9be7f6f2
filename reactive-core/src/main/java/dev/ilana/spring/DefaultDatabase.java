package dev.ilana.spring;

import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;

/** Has chains that name no database run on that of the context, from when it is made to when it is closed. */
record DefaultDatabase(ConfigurableListableBeanFactory beans) implements DestructionAwareBeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof Database database && isMeant(name)) {
            Databases.offerDefault(database);
        }
        return bean;
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
        if (bean instanceof Database database) {
            Databases.withdrawDefault(database);
        }
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean instanceof Database;
    }

    /** Whether it is the only one, or the primary of several. */
    private boolean isMeant(String name) {
        return beans.getBeanNamesForType(Database.class, true, false).length == 1
                || (beans.containsBeanDefinition(name)
                        && beans.getBeanDefinition(name).isPrimary());
    }
}
