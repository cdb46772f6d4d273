// expect: COMPILE_ERROR
// attack: declares a class with the contract's name
package exercise;

class MagnitudePrune { }
