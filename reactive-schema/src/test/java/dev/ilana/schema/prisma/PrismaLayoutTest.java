package dev.ilana.schema.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.prisma.syntax.PrismaFile;
import org.junit.jupiter.api.Test;

/** A file is laid out as {@code prisma format} does, and nothing of it is lost. */
class PrismaLayoutTest {

    private static String laidOut(String text) {
        String once = PrismaFile.parse(text).print();
        assertThat(PrismaFile.parse(once).print()).as("laid out twice").isEqualTo(once);
        return once;
    }

    @Test
    void namesTypesAndAttributesStandBelowEachOther() {
        assertThat(laidOut("""
                model User{
                id Int @id
                  displayName   String?    @map( "name" )
                posts Post [ ]
                }
                """)).isEqualTo("""
                model User {
                  id          Int     @id
                  displayName String? @map("name")
                  posts       Post[]
                }
                """);
    }

    @Test
    void anEmptyLineBeginsColumnsOfItsOwnAndSeveralAreOne() {
        assertThat(laidOut("""
                model A {

                  id Int @id


                  aMuchLongerName String

                }
                """)).isEqualTo("""
                model A {
                  id Int @id

                  aMuchLongerName String
                }
                """);
    }

    @Test
    void attributesOfTheModelComeLastAndInOneOrderWithTheirComments() {
        assertThat(laidOut("""
                model A {
                  @@map("as") // in the database
                  @@ignore
                  // by name
                  @@index([name])
                  a Int
                  @@unique([name, a])
                  name String
                  // the last
                  @@schema("shop")
                  @@id([a])
                }
                """)).isEqualTo("""
                model A {
                  a    Int
                  name String

                  @@id([a])
                  @@unique([name, a])
                  // by name
                  @@index([name])
                  @@map("as") // in the database
                  @@ignore
                  // the last
                  @@schema("shop")
                }
                """);
    }

    @Test
    void attributesOfAFieldHaveOneOrder() {
        assertThat(laidOut("""
                model A {
                  id String @db.Uuid @map("key") @default(uuid()) @id
                }
                """)).isEqualTo("""
                model A {
                  id String @id @default(uuid()) @map("key") @db.Uuid
                }
                """);
    }

    @Test
    void commentsOfEveryKindStay() {
        assertThat(laidOut("""
                // first
                /// about the enum
                enum Role { // of people
                  USER // everybody
                    /// some
                  ADMIN @map("a") /// few
                  // nobody else
                }
                /* of two
                   lines */
                // and one

                // alone
                model A {
                  id Int @id /* short */
                  /* before */ name String
                }
                // last
                """)).isEqualTo("""
                // first
                /// about the enum
                enum Role {
                  // of people
                  USER // everybody
                  /// some
                  ADMIN @map("a") /// few
                  // nobody else
                }

                /* of two
                   lines */
                // and one

                // alone
                model A {
                  id   Int    @id /* short */
                  /* before */
                  name String
                }

                // last
                """);
    }

    @Test
    void datasourcesAndGeneratorsArePrintedAgain() {
        assertThat(laidOut("""
                generator client {
                  provider="prisma-client-js"
                  previewFeatures = [ "a" ,
                     "b", ]
                }
                datasource db {
                  provider = "postgresql"
                  url = env( "DATABASE_URL" )
                  extensions = [ postgis(version: "2.1"), citext ]
                }
                """)).isEqualTo("""
                generator client {
                  provider        = "prisma-client-js"
                  previewFeatures = ["a", "b"]
                }

                datasource db {
                  provider   = "postgresql"
                  url        = env("DATABASE_URL")
                  extensions = [postgis(version: "2.1"), citext]
                }
                """);
    }

    @Test
    void stringsAreEscapedAsTheyWere() {
        assertThat(laidOut("model A {\n  id String @id @default(\"a\\\"b\\\\c\\nd\\te\\u0041\\/\\u0001é😀\")\n}\n"))
                .isEqualTo("model A {\n  id String @id @default(\"a\\\"b\\\\c\\nd\\teA/\\u0001é😀\")\n}\n");
    }

    @Test
    void anAttributeOverSeveralLinesBecomesOne() {
        assertThat(laidOut("""
                model A {
                  id Int @id
                  @@index(
                    [
                      id(sort: Desc),
                    ],
                    map: "x",
                  )
                }
                """)).isEqualTo("""
                model A {
                  id Int @id

                  @@index([id(sort: Desc)], map: "x")
                }
                """);
    }

    @Test
    void linesMayEndAsOnAnySystem() {
        assertThat(laidOut("model A {\r\n  id Int @id // one\r\n}\r\n"))
                .isEqualTo("model A {\n  id Int @id // one\n}\n");
    }

    @Test
    void nothingIsNothing() {
        assertThat(laidOut("")).isEmpty();
        assertThat(laidOut("\n\n \t\n")).isEmpty();
    }
}
