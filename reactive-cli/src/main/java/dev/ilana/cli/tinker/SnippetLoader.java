package dev.ilana.cli.tinker;

import java.util.HashMap;
import java.util.Map;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** The classes of snippets, which see those of the project. */
final class SnippetLoader extends ClassLoader implements LoaderDelegate {

    private final Map<String, byte[]> compiled = new HashMap<>();

    SnippetLoader(ClassLoader project) {
        super(project);
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes one : classes) {
            compiled.put(one.name(), one.bytecodes());
        }
        boolean[] loaded = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                loaded[i] = loadClass(classes[i].name()).getClassLoader() == this;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException("can't load " + classes[i].name() + ": " + e, loaded);
            }
        }
    }

    // A class that is loaded stays as it is: JShell gives what is declared anew another name.
    @Override
    public void classesRedefined(ClassBytecodes[] classes) {}

    // All that there is was given with the project.
    @Override
    public void addToClasspath(String path) {}

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        byte[] bytes = compiled.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
