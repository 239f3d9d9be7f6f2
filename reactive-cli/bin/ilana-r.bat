@echo off
rem Runs ilana-r: finds a java and the jar, and hands everything on.
setlocal

rem A target directory may hold jars of older versions too, so the newest counts.
set "jar="
for %%D in ("%~dp0." "%~dp0..\lib" "%~dp0..\target") do (
    if not defined jar for /f "delims=" %%J in ('dir /b /a-d /o-d "%%~D\reactive-cli-*-all.jar" 2^>nul') do (
        if not defined jar set "jar=%%~fD\%%J"
    )
)
if not defined jar (
    echo ilana-r: no reactive-cli-*-all.jar beside this file, in ..\lib or in ..\target; build it with: mvn -pl reactive-cli -am package 1>&2
    exit /b 1
)

set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%J in (java.exe) do set "java=%%~$PATH:J"
if not defined java (
    echo ilana-r: no java found; install a JDK 17 or newer, or set JAVA_HOME 1>&2
    exit /b 1
)

rem What the JVM knows of a first run's classes, where there is an archive. One of another Java is passed over in silence.
set "archive=%jar:~0,-4%.jsa"
set "shared="
if exist "%archive%" set shared="-XX:SharedArchiveFile=%archive%" -Xlog:disable -Xlog:all=error:stderr

rem The second compiler costs a short run more than it gives: without it a command takes about half the time.
"%java%" -XX:TieredStopAtLevel=1 %shared% -jar "%jar%" %*
exit /b %errorlevel%
